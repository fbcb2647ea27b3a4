import Files
import Foundation
import Synchronization

/// A chapter's new page and figures, which replace the old ones all together or not at all.
package struct Publication {
  let repository: Repository
  /// The chapter's folder: `Chapter2`.
  let name: String

  /// Held while files are replaced: a program that is to end waits for it.
  package static let isReplacing = Mutex(())

  /// Writes both beside the old ones and then renames them; figures that are not on the page are gone.
  ///
  /// If that fails, the old ones stay. If the program is killed in between, `weave --check` says so.
  func publish(_ page: Page, _ figures: [String: Data]) throws {
    let files = FileManager.default
    let folder = repository.file("Figures/\(name)")
    let (new, old) = (hidden("new"), hidden("old"))
    // What a program left that was killed.
    if !files.fileExists(atPath: folder.path), files.fileExists(atPath: old.path) {
      try files.moveItem(at: old, to: folder)
    }
    for rest in [new, old] { try? files.removeItem(at: rest) }

    try files.createDirectory(at: new, withIntermediateDirectories: true)
    defer { for rest in [new, old] { try? files.removeItem(at: rest) } }
    for (figure, data) in figures { try replace(new.appending(path: figure), with: data) }
    let draft = try Draft(of: repository.file("Chapters/\(name)/README.md"))
    try draft.append(page.markdown.utf8)

    try Self.isReplacing.withLock { _ in
      let hadFigures = files.fileExists(atPath: folder.path)
      if hadFigures { try files.moveItem(at: folder, to: old) }
      do {
        try files.moveItem(at: new, to: folder)
        try draft.publish()
      } catch {
        try? files.removeItem(at: folder)
        if hadFigures { try? files.moveItem(at: old, to: folder) }
        throw error
      }
    }
  }

  private func hidden(_ state: String) -> URL { repository.file("Figures/.\(name).\(state)") }
}
