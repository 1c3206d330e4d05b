command-hello = Be greeted
