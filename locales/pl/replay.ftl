# Wypróbowanie reguł z czatu: /replay. $mode stoi tak, jak w konfiguracji: on, watch.
command-replay = Zobacz, kogo ostatnio objęłyby reguły; nic się przy tym nie dzieje
param-since = Jak daleko wstecz: 12h, 7d, 30d
replay-off = Tu nic nie jest zapisywane. Aby wypróbować reguły na tym, co pisano, ustaw privacy.record_for_replay na przykład na 7d i powiedz o tym członkom; wróć za kilka dni.
replay-empty = Z tego czasu nic jeszcze nie zapisano. Zapis zaczyna się od następnej wiadomości po włączeniu.
replay-head = Przejrzane wiadomości: { $messages }. Nic się nie dzieje; oto kogo objęłyby obecne reguły:
replay-none = Żadna nie reaguje.
replay-rule = ● { $rule } ({ $mode }): { $messages } × · osoby: { $people } ({ $names })
replay-more = … i dalsze reguły: { $rules }
