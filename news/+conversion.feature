The worker reads PDF, Word, Excel, PowerPoint, OpenDocument and text files, so that search finds their words, and files show a picture of what they hold.
