The site can be filled with a demo city: 60 people with portraits in the units of a city, news with pictures, events, a tree of knowledge pages, documents and services.
