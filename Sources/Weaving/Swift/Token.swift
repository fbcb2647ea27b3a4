/// A piece of Swift source, and what kind of piece it is.
struct Token: Equatable {
  enum Kind: String {
    case plain, comment, string, number, keyword, attribute, type, call, member, opening, closing
  }
  var kind: Kind
  var text: String

  /// Whether a page shows it in a colour of its own.
  var isColored: Bool { ![.plain, .member, .opening, .closing].contains(kind) }
}
