"""How the shipped language pipeline is trained and how accuracy is measured; nothing here is needed to build a site."""
