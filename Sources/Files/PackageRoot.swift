import Foundation

/// The package that a source file belongs to, if this program runs from there: the closest folder above
/// the file that contains a `Package.swift`.
///
/// This is how programs find the package's files from any working directory, also when they are compiled
/// from a copy in `.build`, as by `weave`. A program that was copied elsewhere, or built as part of another
/// package, gets `nil`, so that it never writes to the place where it was compiled.
package func packageRoot(above file: String) -> URL? {
  packageRoot(above: file, of: Bundle.main.executableURL)
}

/// - Parameter program: the file of the running program, as the system knows it.
func packageRoot(above file: String, of program: URL?) -> URL? {
  var folder = URL(filePath: file).deletingLastPathComponent()
  while !isFile(folder.appending(path: "Package.swift").path) {
    if folder.path == "/" { return nil }
    folder.deleteLastPathComponent()
  }
  func realPath(_ url: URL) -> String { url.resolvingSymlinksInPath().standardized.path }
  guard let program, realPath(program).hasPrefix(realPath(folder) + "/") else { return nil }
  return folder
}
