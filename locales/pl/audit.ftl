audit-title = Co zrobił zespół, od najnowszego:
audit-none = W dzienniku zespołu nic jeszcze nie ma.
audit-line = { $at }: { $who }, { $act } { $detail }
somebody = ktoś bez imienia
