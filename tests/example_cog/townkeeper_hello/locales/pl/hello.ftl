command-hello = Daj się przywitać
