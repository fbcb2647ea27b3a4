import Foundation

/// The woven pages as a site that opens from a folder: no server, no network.
public struct Book {
  let repository: Repository

  public init(_ repository: Repository) { self.repository = repository }

  /// Where the book is, from the top of the repository.
  public static let folder = ".build/book"

  /// Makes the book and returns its first page; an older book is there until then.
  ///
  /// - Parameter folder: where, two folders below the top of the repository.
  public func write(to folder: String = Book.folder) throws -> URL {
    let parts = try Parts(repository)
    let leaves = try parts.contents.items.map { try Leaf($0, parts) }
    var site = try Site(repository.file(folder + ".new"), Template(leaves))
    for (number, leaf) in leaves.enumerated() { try site.add(leaf, at: number) }
    for leaf in leaves where leaf.item.chapter != nil { try site.addDeck(of: leaf, parts) }
    try site.addPrinted(leaves)
    for source in parts.sources { try site.add(source, parts) }
    try site.addSourceList(parts)
    try site.addSearchIndex(leaves, parts.sources)
    try site.addAssets(nightRules: parts.figures.rules)
    return try site.replace(repository.file(folder)).appending(path: "index.html")
  }
}
