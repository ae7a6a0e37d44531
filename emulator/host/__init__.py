"""The door to a host: everything that reads or changes it comes through here."""
