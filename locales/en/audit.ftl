audit-title = What the team did, the newest first:
audit-none = There is nothing in the audit yet.
audit-line = { $at }: { $who }, { $act } { $detail }
somebody = somebody unnamed
