import Foundation

/// The book: a static site that works from the disk, without a server or a network.
package struct Book {
  let repository: Repository
  let engine: PageEngine

  package init(_ repository: Repository, _ engine: PageEngine) {
    (self.repository, self.engine) = (repository, engine)
  }

  /// The folder of the book, from the top of the repository.
  package static let folder = ".build/book"

  /// Makes the book and returns its first page; a previous book stays in place until the new one is whole.
  ///
  /// - Parameter folder: two levels below the top of the repository, since links to its files go up two.
  package func write(to folder: String = Book.folder) throws -> URL {
    let parts = try Parts(repository, engine)
    let leaves = try parts.contents.items.map { try Leaf($0, parts) }
    var site = try Site(repository.file(folder + ".new"), Template(leaves, engine))
    for (number, leaf) in leaves.enumerated() { try site.add(leaf, at: number) }
    for leaf in leaves {
      if let chapter = leaf.item.chapter { try site.addDeck(of: leaf, chapter, parts) }
    }
    try site.addPrinted(leaves)
    for source in parts.sources { try site.add(source, parts) }
    try site.addSourceList(parts)
    try site.addSearchIndex(leaves, parts.sources)
    try site.addLabs(of: leaves, parts)
    try site.addAssets(nightRules: parts.figures.rules)
    return try site.replace(repository.file(folder)).appending(path: "index.html")
  }
}
