import ArgumentParser
import Testing

@testable import Classify

@Suite struct RequestTests {
  @Test(arguments: [
    ([], "there is nothing to classify: give a picture, or --dataset and --row"),
    (
      ["a.png", "--row", "1"],
      "both a picture and --row were given; one of them is to be classified"
    ),
    (
      ["--row", "1"],
      "--row is 1, but of which data set? Say so with --dataset, such as --dataset mnist"
    ),
    (
      ["--row", "1", "--dataset", "fashon"],
      "fashon is no data set here; there are mnist, fashion-mnist, drawn. Did you mean fashion-mnist?"
    ),
    (
      ["--row", "1", "--dataset", "mnist", "--upright"],
      "--upright turns a photograph as its camera has noted; test pictures have no such note"
    ),
    (["a.png", "--top", "0"], "--top is 0; it must be at least 1"),
    (["a.png", "--resize", "-1"], "--resize is -1; it must be from 1 to 1024 pixels"),
  ])
  func aWrongOptionGetsASentence(arguments: [String], sentence: String) {
    let error = #expect(throws: ValidationError.self) {
      try Request(try Classify.parse(["--weights", "net"] + arguments))
    }
    #expect(error?.message == sentence)
  }
}
