import Files
import Foundation
import Sentences
import TestSupport
import Testing

/// What is said of a file in the place of another.
@Suite struct FileKindTests {
  private static let wanted: [FileUse: String] = [
    .weights: "a safetensors file was wanted",
    .data: "an IDX file as MNIST's, gzipped or not, was wanted",
    .picture: "a PNG or a JPEG picture was wanted",
    .text: "a text file in UTF-8 was wanted, with a name in each line",
  ]

  /// Files that the usual libraries wrote: `Tests/Fixtures/kinds.py`.
  @Test(
    arguments: [
      ("torch.pth", "a file of torch.save", .weights),
      ("checkpoint.pth", "a file of torch.save", .weights),
      ("torch-before-1.6.pth", "a file of torch.save", .weights),
      ("torch-jit.pt", "a file of torch.jit.save", .weights),
      ("numpy.npz", "an archive of NumPy arrays (npz)", .weights),
      ("numpy.npy", "a NumPy array (npy)", nil),
      ("keras.h5", "an HDF5 file, such as Keras writes", nil), ("net.onnx", "an ONNX model", nil),
      ("picture.gif", "a GIF picture", .picture), ("picture.bmp", "a BMP picture", .picture),
      ("picture.tiff", "a TIFF picture or a camera's raw picture", .picture),
      ("picture.webp", "a WebP picture", .picture), ("picture.avif", "an AVIF picture", .picture),
      ("picture.jp2", "a JPEG 2000 picture", .picture), ("picture.ico", "an icon (ICO)", .picture),
      ("picture.pdf", "a PDF document", .picture),
    ] as [(String, String, FileUse?)])
  func aFileIsRecognized(name: String, kind: String, advised: FileUse?) throws {
    let bytes = [UInt8](try Data(contentsOf: fixture("Kinds/\(name)")))
    for (use, wanted) in Self.wanted {
      let sentence = otherKind("a", bytes, for: use)?.description ?? ""
      #expect(sentence.hasPrefix("a is \(kind); "))
      #expect(sentence.hasSuffix(wanted) == (use != advised), "\(sentence)")
    }
  }

  @Test(arguments: [
    ("GGUF\u{3}\0\0\0", "a GGUF file, a language model for llama.cpp"),
    ("\u{80}\u{4}\u{95}\u{B}", "a Python pickle"),
    ("PAR1\u{15}\0", "a Parquet file, such as data sets on Hugging Face have"),
    ("MATLAB 5.0 MAT-file, Platform", "a MATLAB file"), ("8BPS\0\u{1}", "a Photoshop picture"),
    ("\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom", "a video"), ("\u{FF}\u{A}\u{FA}", "a JPEG XL picture"),
    ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", "a HEIC picture"),
    ("\0\0\0\u{1C}ftypmif1\0\0\0\0mif1avifmiaf", "an AVIF picture"),
    ("\u{FD}7zXZ\0", "an xz file"), ("BZh91AY&SY", "a bzip2 file"),
    ("PK\u{3}\u{4}\u{14}", "a zip archive"),
  ])
  func aSignatureIsRecognized(bytes: String, kind: String) {
    for use in Self.wanted.keys { #expect(sentence(bytes, for: use).hasPrefix("a is \(kind); ")) }
  }

  @Test func whatStandsInTheFilesPlaceIsNamed() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
    #expect(
      sentence(pointer, for: .weights)
        == "a is a Git LFS pointer; the weights themselves were not fetched: git lfs pull")
    #expect(sentence(pointer, for: .data).contains("the data themselves were not fetched"))
    #expect(sentence(pointer, for: .picture).contains("the picture itself was not fetched"))
    for page in [
      "\n\n<html><body>Log in</body></html>", "<!DOCTYPE HTML PUBLIC \"-//IETF\">",
      "\u{EF}\u{BB}\u{BF}<head>",
    ] {
      #expect(sentence(page, for: .data).hasPrefix("a is an HTML page; perhaps a server's error"))
    }
    let error = #"<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>"#
    #expect(sentence(error, for: .data).hasPrefix("a is an XML document; perhaps a server's error"))
    #expect(sentence(#"{"error":"not found"}"#, for: .weights).hasPrefix("a is JSON; perhaps"))
    #expect(sentence(#"["tench", "goldfish"]"#, for: .text).hasPrefix("a is JSON; a text file"))
  }

  @Test func anSVGIsNoErrorOfAServer() {
    for drawing in ["<svg xmlns=", "<?xml version=\"1.0\"?>\n<!-- a --><svg>"] {
      #expect(
        sentence(drawing, for: .picture)
          == #"a is an SVG drawing; convert it: rsvg-convert "a" -o "a.png""#)
    }
  }

  @Test func whatIsReadIsNamedOnlyToOthers() {
    let kinds: [(String, FileUse, String)] = [
      ("\u{8}\0\0\0\0\0\0\0{\"a\": 1}", .weights, "a safetensors file"),
      ("\u{89}PNG\r\n\u{1A}\n", .picture, "a PNG picture"),
      ("\u{FF}\u{D8}\u{FF}\u{E0}", .picture, "a JPEG picture"),
      ("\0\0\u{8}\u{3}\0\0\0\u{1}", .data, "an IDX file, as MNIST's are"),
      ("\u{1F}\u{8B}\u{8}", .data, "gzipped"),
    ]
    for (bytes, own, kind) in kinds {
      for use in Self.wanted.keys {
        #expect(sentence(bytes, for: use).hasPrefix(use == own ? "nothing" : "a is \(kind); "))
      }
    }
  }

  @Test func textInAnotherEncodingSaysHowToConvertIt() {
    #expect(
      sentence("\u{FF}\u{FE}K\0a\0t\0z\0e\0", for: .text)
        == #"a is text in UTF-16; convert it: iconv -f UTF-16 -t UTF-8 "a" > "a.utf8.txt""#)
    #expect(sentence("\0K\0a\0t\0z\0e", for: .text).contains("text in UTF-16"))
    #expect(sentence("Bär\nKatze\n", for: .text).contains("perhaps Latin-1"))
    #expect(sentence("cat\r\ndog\n", for: .text) == "nothing")
    #expect(otherKind("a", Array("Bär\n熊\n".utf8), for: .text) == nil)
  }

  @Test(arguments: ["\u{9}\u{9}\u{9}\u{9}", "", "a", "cat\ndog\n", "\u{1}\u{8}\0\0"])
  func nothingIsSaidOfWhatIsNotKnown(bytes: String) {
    for use in Self.wanted.keys { #expect(sentence(bytes, for: use) == "nothing") }
  }

  @Test func someWeightsAreDistributedOverSeveralFiles() {
    let joined = """
      put them together, in Python:
        from glob import glob; from safetensors.torch import load_file, save_file
        save_file({name: tensor for file in glob("b/model-*-of-*.safetensors") for name, tensor in load_file(file).items()}, "b/model.safetensors")
      """
    #expect(
      shard("b/model-00001-of-00003.safetensors")?.description
        == "b/model-00001-of-00003.safetensors is shard 1 of 3, one of the files over which the "
        + "weights are distributed; \(joined)")
    #expect(
      shard("b/model-00001-of-00001.safetensors") == nil && shard("model-1-of-3.safetensors") == nil
    )
    let index =
      #"{"metadata": {"total_size": 9}, "weight_map": {"a": "model-00001-of-00003.safetensors"}}"#
    #expect(
      otherKind("b/model.safetensors.index.json", Array(index.utf8), for: .weights)?.description
        == "b/model.safetensors.index.json is the index of files over which weights are distributed; "
        + joined)
  }

  /// The lines of Python that it says, `torch-before-1.6.pth` among the files; each was run with torch 2.15.
  @Test func aFileOfTorchSaveIsConvertedByTwoLinesOfPython() throws {
    let bytes = [UInt8](try Data(contentsOf: fixture("Kinds/torch.pth")))
    #expect(
      otherKind("net.pth", bytes, for: .weights)?.description == """
        net.pth is a file of torch.save; write a safetensors file from it, in Python:
          from safetensors.torch import save_file; import torch; weights = torch.load("net.pth", map_location="cpu", weights_only=True)
          save_file({name: tensor.contiguous().clone() for name, tensor in weights.get("state_dict", weights).items()}, "net.safetensors")
        """)
    // What is there already is not replaced.
    let path = fixture("net.pth").path
    #expect(otherKind(path, bytes, for: .weights)!.description.hasSuffix(#"/net.safetensors")"#))
    try inTemporaryFolder { folder in
      let net = folder.appending(path: "net.safetensors")
      try Data(bytes).write(to: net)
      for path in [net.path, net.path.replacing(".safetensors", with: ".pth")] {
        #expect(
          otherKind(path, bytes, for: .weights)!.description
            .hasSuffix(#"/net-converted.safetensors")"#))
      }
    }
  }

  /// What is said of these bytes, each written as the character of its number.
  private func sentence(_ bytes: String, for use: FileUse) -> String {
    otherKind("a", bytes.unicodeScalars.map { UInt8($0.value) }, for: use)?.description ?? "nothing"
  }
}

private func fixture(_ name: String) -> URL {
  URL(filePath: #filePath).appending(path: "../../Fixtures/\(name)").standardized
}
