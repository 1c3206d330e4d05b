# Prova e filtrave nga biseda: /replay. $mode shkruhet si në konfigurim: on, watch.
command-replay = Shihni kë do të preknin filtrat së fundi; nuk bëhet asgjë
param-since = Sa prapa: 12h, 7d, 30d
replay-off = Këtu nuk regjistrohet asgjë. Për të provuar filtrat me atë që është shkruar, vendosni privacy.record_for_replay, për shembull 7d, dhe njoftoni anëtarët; kthehuni pas disa ditësh.
replay-empty = Nga kjo kohë nuk ka ende asgjë të regjistruar. Regjistrimi fillon me mesazhin e parë pas aktivizimit.
replay-head = Mesazhe të shikuara: { $messages }. Nuk bëhet asgjë; këta do të prekeshin nga filtrat në fuqi:
replay-none = Asnjë nuk vepron.
replay-rule = ● { $rule } ({ $mode }): { $messages } × · njerëz: { $people } ({ $names })
replay-more = … dhe filtra të tjerë: { $rules }
