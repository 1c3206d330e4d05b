# News of other sites: batches for the team, and feeds that cannot be read.
feed-batch = { $count ->
    [one] One new entry from { $feed }. It goes out when somebody agrees.
   *[other] { $count } new entries from { $feed }. Each goes out when somebody agrees.
}
feed-line = { $number } · { $title }
button-feed-post = Post { $number }
feed-failed = I could not read the feed { $feed } three times in a row: { $why } I go on trying, less and less often, and say when it works again.
feed-mended = The feed { $feed } can be read again.
feed-fault-address = its address lies, or leads, where I may not connect (only public ones, unless it has allow_private).
feed-fault-name = nobody knows the name of its server.
feed-fault-connection = no connection.
feed-fault-certificate = its certificate is not accepted.
feed-fault-time = it was too slow.
feed-fault-redirects = it redirects too often.
feed-fault-status = its server answered { $detail }.
feed-fault-size = it is larger than 2 MB.
feed-fault-entities = it declares a document type or entities, which I do not read.
feed-fault-broken = it is neither RSS nor Atom, or it is broken.
