import Foundation
import Testing

@testable import Files

/// Where programs take the package's files to be.
@Suite struct PackageRootTests {
  private let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path

  @Test func aProgramThatWasBuiltHereFindsThePackage() {
    for program in [".build/debug/chapter2", ".build/woven/programs/chapter2"] {
      let place = URL(filePath: root).appending(path: program)
      #expect(packageRoot(above: #filePath, of: place)?.path == root)
    }
  }

  @Test(arguments: ["/usr/bin/chapter2", "/nowhere/at/all", "/"])
  func aProgramElsewhereDoesNot(path: String) {
    #expect(packageRoot(above: #filePath, of: URL(filePath: path)) == nil)
    #expect(packageRoot(above: #filePath, of: nil) == nil)
  }

  @Test func aFolderWithALongerNameIsAnother() {
    #expect(packageRoot(above: #filePath, of: URL(filePath: root + "2/chapter2")) == nil)
  }

  @Test func aFileOutsideOfAnyPackageHasNone() {
    #expect(packageRoot(above: "/usr/include/zlib.h") == nil)
  }
}
