Everybody has a profile that they keep themselves, also on a phone and with a picture; people are found by name, function and topic, and units in the tree of the organisation.
