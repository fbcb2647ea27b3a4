import Foundation

/// The closest folder above a source file that contains a `Package.swift`, if the sources are here.
///
/// This is how programs find the package's files from any working directory, also when they are compiled
/// from a copy in `.build`, as by `weave`.
package func packageRoot(above file: String) -> URL? {
  var folder = URL(filePath: file).deletingLastPathComponent()
  while folder.path != "/" {
    if isFile(folder.appending(path: "Package.swift").path) { return folder }
    folder.deleteLastPathComponent()
  }
  return nil
}
