import Foundation

// What to do about files of other kinds: mostly how to convert them.

func fromAServer(_ head: FileHead) -> String {
  "perhaps a server's error, a login, or a page about the file, sent in place of it: open it in a browser"
}

func savedByTorch(_ head: FileHead) -> String {
  safetensors(
    head,
    #"torch.load(\#(head.quotedPath), map_location="cpu", weights_only=True)"#,
    #"weights.get("state_dict", weights)"#)
}

func savedByTorchScript(_ head: FileHead) -> String {
  safetensors(
    head, #"torch.jit.load(\#(head.quotedPath), map_location="cpu").state_dict()"#,
    "weights")
}

/// - Parameter base: the path of the shards without their numbers.
func joinedFromShards(_ base: String) -> String {
  """
  put them together, in Python:
    from glob import glob; from safetensors.torch import load_file, save_file
    save_file({name: tensor for file in glob("\(base)-*-of-*.safetensors") for name, tensor in load_file(file).items()}, "\(unused(base, ".safetensors")).safetensors")
  """
}

func joinedFromIndex(_ head: FileHead) -> String {
  joinedFromShards(head.path.replacing(#/(\.safetensors|\.bin)?(\.index)?\.json$/#, with: ""))
}

/// - Parameters:
///   - file: what reads the weights.
///   - weights: the dictionary of tensors in them.
private func safetensors(
  _ head: FileHead, _ file: String, _ weights: String
) -> String {
  """
  write a safetensors file from it, in Python:
    from safetensors.torch import save_file; import torch; weights = \(file)
    save_file({name: tensor.contiguous().clone() for name, tensor in \(weights).items()}, \(head.converted(to: "safetensors")))
  """
}

func savedByNumPy(_ head: FileHead) -> String {
  """
  write a safetensors file from it, in Python:
    from safetensors.numpy import save_file; import numpy
    save_file(dict(numpy.load(\(head.quotedPath))), \(head.converted(to: "safetensors")))
  """
}

func byPillow(_ head: FileHead) -> String {
  """
  convert it, in Python:
    from PIL import Image
    Image.open(\(head.quotedPath)).convert("RGB").save(\(head.converted(to: "png")))
  """
}

extension FileHead {
  /// The path as a string in Python and in a shell.
  var quotedPath: String { path.debugDescription }

  private var stem: String { (path as NSString).deletingPathExtension }

  /// The path of a file to be made of this one, in quotes.
  func converted(to ending: String) -> String {
    (unused(stem, ".\(ending)", not: path) + ".\(ending)").debugDescription
  }

  /// A command that makes a picture of this file.
  func toPNG(_ command: String, _ option: String = "") -> String {
    "convert it: \(command) \(quotedPath) \(option)\(converted(to: "png"))"
  }

  /// A command that draws this file as a picture, to whose path it appends `.png`.
  func drawn(_ command: String) -> String {
    "draw it: \(command) \(quotedPath) \(unused(stem, ".png", not: path).debugDescription)"
  }

  /// A command that unpacks this file: to its standard output if it ends with `<`.
  func unpacked(_ command: String) -> String {
    let output = command.hasSuffix("<") ? " > \(unused(stem, not: path).debugDescription)" : ""
    return "unpack it: \(command) \(quotedPath)\(output)"
  }

  /// A command that writes this text in UTF-8.
  func inUTF8(from encoding: String) -> String {
    "convert it: iconv -f \(encoding) -t UTF-8 \(quotedPath) > \(converted(to: "utf8.txt"))"
  }
}

/// The beginning of a path, changed if a file of that path and ending would replace another.
private func unused(_ stem: String, _ ending: String = "", not path: String? = nil) -> String {
  stem + ending == path || kind(of: stem + ending) != nil ? stem + "-converted" : stem
}
