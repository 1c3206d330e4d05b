# Trying the rules out from chat: /replay. $mode is how the config writes it: on, watch.
command-replay = See whom the rules would have hit lately; nothing is done
param-since = How far back: 12h, 7d, 30d
replay-off = Nothing is recorded here. To try rules out on what was said, set privacy.record_for_replay to 7d, say, and tell your members; then come back in a few days.
replay-empty = Nothing is recorded yet from this time. Recording begins with the next message after it is switched on.
replay-head = Messages looked at: { $messages }. Nothing is done; this is whom the rules in use would have hit:
replay-none = None of them fires.
replay-rule = ● { $rule } ({ $mode }): { $messages } × · people: { $people } ({ $names })
replay-more = … and further rules: { $rules }
