import Foundation

/// The woven pages as a site.
public struct Book {
  let repository: Repository
  public init(_ repository: Repository) { self.repository = repository }
  public func write() throws -> URL { repository.file(".build/book/index.html") }
}
