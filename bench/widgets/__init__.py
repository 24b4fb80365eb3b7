"""This widget beside four others, in the same browser, on the same page, with a server that always says the same."""
