// A chapter that imports Notebook prints tables and bars, too.
@_exported import Terminal
