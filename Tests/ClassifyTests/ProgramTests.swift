import Autograd
import Chapter2Net
import Foundation
import TestSupport
import Testing
import Training

/// The program from outside: what it prints where, and the status it ends with.
@Suite struct ProgramTests {
  private func run(_ arguments: [String], in folder: URL? = nil) throws
    -> (status: Int32, output: String, errors: String)
  {
    let process = Process()
    // Programs lie in the folder the tests were built into.
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "classify")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: printed, as: UTF8.self),
      String(decoding: said, as: UTF8.self)
    )
  }

  @Test func aTableOnStandardOutputAndNothingElse() throws {
    try inTemporaryFolder { folder in
      var random = Random(seed: 1)
      try Checkpoint.write(Net(using: &random), to: folder.appending(path: "net.safetensors"))
      // A short name: a long path would be wrapped, depending on where the package lies.
      try FileManager.default.copyItem(
        atPath: picture("gray.png"), toPath: folder.appending(path: "gray.png").path)
      let result = try run(["gray.png", "--weights", "net.safetensors", "--top", "3"], in: folder)
      #expect(result.status == 0 && result.errors == "")
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 7, "\(result.output)")
      #expect(lines[0] == "chapter 2's net, 10 classes")
      #expect(lines[1] == "gray.png, 19 × 13, shown to it as 1 × 28 × 28")
      #expect(!result.output.contains("\u{1B}"))
    }
  }

  @Test func mistakesEndItWithASentence() throws {
    let noNet = try run([picture("gray.png"), "--weights", "none.safetensors"])
    #expect(noNet.status == 1 && noNet.output == "")
    #expect(noNet.errors.hasSuffix("none.safetensors cannot be read: No such file or directory\n"))
    let noPicture = try run(["--weights", "none.safetensors"])
    #expect(noPicture.status == 64 && noPicture.output == "")
    #expect(noPicture.errors.hasPrefix("Error: there is nothing to classify"))
  }
}
