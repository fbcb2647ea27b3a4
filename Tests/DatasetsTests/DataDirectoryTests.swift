import Files
import Testing

@testable import Datasets

@Suite struct DataDirectoryTests {
  private let folder = TemporaryFolder()

  @Test func placesAreSearchedFromTheMostExplicit() throws {
    let places = try DataDirectory(
      explicit: folder.path, environment: ["DATASETS_ROOT": "/elsewhere"], standard: "/standard")
    #expect(places.searched == [folder.path, "/elsewhere", "/standard"])
    #expect(places.destination == folder.path)
  }

  @Test func withoutAWordTheStandardFolderIsUsed() throws {
    let places = try DataDirectory(environment: ["DATASETS_ROOT": ""], standard: "/standard")
    #expect(places.searched == ["/standard"])
    #expect(places.destination == "/standard")
  }

  @Test func theStandardFolderLiesBesideThePackageManifest() throws {
    let places = try DataDirectory(environment: [:])
    #expect(places.standard.hasSuffix("/.data"))
    #expect(isFile(places.standard.dropLast(".data".count) + "Package.swift"))
  }

  @Test func anExplicitFolderMustExist() {
    #expect(
      sentence { _ = try DataDirectory(explicit: "no/such/folder") }
        == "The data folder no/such/folder does not exist; wanted is a folder")
    let file = folder.write([1], to: "file")
    #expect(sentence { _ = try DataDirectory(explicit: file) }.contains("is a file"))
  }
}
