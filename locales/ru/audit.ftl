audit-title = Что делала команда, начиная с последнего:
audit-none = В журнале команды пока ничего нет.
audit-line = { $at }: { $who }, { $act } { $detail }
somebody = кто-то без имени
