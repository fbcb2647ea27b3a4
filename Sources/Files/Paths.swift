import Foundation

// What is at a path.

/// Whether there is a regular file, or a link to one, at `path`.
package func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

/// Whether there is a folder, or a link to one, at `path`.
package func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

/// What is at a path, links followed: a file, a folder or a device, as `S_IFMT` numbers them.
package func kind(of path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// What is in the place of a file at `path`, such as "a folder"; `nil` if there is a file, or nothing.
package func obstacle(at path: String) -> String? {
  if let kind = kind(of: path) { return kind == S_IFREG ? nil : name(of: kind) }
  let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  return target.map { "a link to \($0), which does not exist" }
}

/// What is no file, in words.
func name(of kind: mode_t) -> String { kind == S_IFDIR ? "a folder" : "a device or a pipe" }
