audit-title = Çfarë bëri ekipi, më e reja e para:
audit-none = Në ditarin e ekipit nuk ka ende asgjë.
audit-line = { $at }: { $who }, { $act } { $detail }
somebody = dikush pa emër
