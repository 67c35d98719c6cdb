The site can be filled with a demo city: accounts, news with pictures, events, a tree of knowledge pages, documents and services.
