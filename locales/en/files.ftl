file-part = This is part { $part } of { $of }; it was too large for one message: { $file }
file-too-large = There is too much of it, even packed and in parts. Please ask those who run the bot: they get it on their machine.
