config-here = This is the config file in use.
config-fine = The config is fine.
config-faults = { $count ->
        [one] There is { $count } fault in it:
       *[other] There are { $count } faults in it:
    }
config-kept = Nothing has changed; the last good config stays.
config-ready = The file is fine. This is what would change:
config-same = The file says the same as the one in use.
config-nothing-uploaded = There is no uploaded file. Give me one with /config upload.
config-applied = Done: the new config counts from now on.
button-apply = Apply
