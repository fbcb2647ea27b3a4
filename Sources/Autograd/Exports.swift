// Whoever writes an operation or a layer also needs `require`.
@_exported import Sentences
