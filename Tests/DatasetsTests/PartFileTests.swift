import Testing

@testable import Datasets

@Suite struct PartFileTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path + "/file" }

  @Test func theFinalNameAppearsOnlyWhenPublished() throws {
    let part = try PartFile(for: path)
    try part.append([1, 2])
    #expect(folder.contents == ["file.part"])
    try part.append([3])
    try part.publish(as: path)
    #expect(folder.contents == ["file"] && folder.read("file") == [1, 2, 3])
  }

  @Test func whatWasThereIsContinued() throws {
    folder.write([1, 2, 3], to: "file.part")
    let part = try PartFile(for: path)
    #expect(part.byteCount == 3)
    try part.append([4])
    #expect(folder.read("file.part") == [1, 2, 3, 4])
  }

  @Test func startingOverForgetsIt() throws {
    folder.write([1, 2, 3], to: "file.part")
    let part = try PartFile(for: path)
    try part.startOver()
    try part.append([9])
    #expect(part.byteCount == 1 && folder.read("file.part") == [9])
  }

  @Test func aFolderInTheWayIsASentence() throws {
    folder.write([1], to: "file.part/x")
    #expect(
      sentence { _ = try PartFile(for: path) } == "\(path).part cannot be written: Is a directory")
  }

  @Test func aNameThatIsTakenByAFolderIsASentence() throws {
    folder.write([1], to: "file/x")
    let part = try PartFile(for: path)
    #expect(
      sentence { try part.publish(as: path) } == "\(path).part cannot be renamed: Is a directory")
  }
}
