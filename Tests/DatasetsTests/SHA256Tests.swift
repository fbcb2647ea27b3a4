import Testing

@testable import Datasets

@Suite struct SHA256Tests {
  /// The examples of the standard, FIPS 180-4, and one longer than a chunk.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      String(repeating: "a", count: 3_000_000),
      "2a152c894398719c0570f83fac34ac03a0f6e8e474b995c2403aa5434f7b9dd4"
    ),
  ]) func sumsAreTheKnownOnes(text: String, sum: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write(Array(text.utf8), to: "file")
    #expect(try SHA256.hexDigest(ofFile: path) == sum)
  }

  @Test func aMissingFileIsASentence() {
    #expect(
      sentence { _ = try SHA256.hexDigest(ofFile: "nowhere/file") }
        == "nowhere/file cannot be opened: No such file or directory")
  }
}
