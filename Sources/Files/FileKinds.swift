// The kinds of files that are recognized, by their signatures. The first that matches is taken.

let fileKinds = inPlaceOfAnother + weights + pictures + data + archives + texts

private let inPlaceOfAnother = [
  FileKind("a Git LFS pointer", advice: { "\($0.use.missing): git lfs pull" }) {
    $0.text.hasPrefix("version https://git-lfs.github.com/")
  },
  FileKind("an SVG drawing", for: .picture, advice: { $0.toPNG("rsvg-convert", "-o ") }) {
    $0.text.hasPrefix("<svg") || $0.text.hasPrefix("<?xml") && $0.text.contains("<svg")
  },
  FileKind("an HTML page", advice: fromAServer) { head in
    head.text.hasPrefix("<")
      && ["<!doctype html", "<html", "<head", "<body"].contains { head.text.contains($0) }
  },
  FileKind("an XML document", advice: fromAServer) { $0.text.hasPrefix("<?xml") },
  FileKind(
    "the index of files over which weights are distributed", for: .weights, advice: joinedFromIndex
  ) {
    $0.isJSON && ($0.text.contains("\"weight_map\"") || $0.path.hasSuffix(".index.json"))
  },
  FileKind("JSON", advice: { $0.use == .text ? $0.use.wanted : fromAServer($0) }) { $0.isJSON },
]

private let weights = [
  FileKind("a safetensors file", readFor: .weights) { $0.has("\0\0\0\0{", at: 4) },
  FileKind("a file of torch.save", for: .weights, advice: savedByTorch) {
    $0.firstInArchive.hasSuffix("/data.pkl")
      || $0.has("\u{80}\u{2}\u{8A}\u{A}l\u{FC}\u{9C}F\u{F9} j\u{A8}P\u{19}")
  },
  FileKind("a file of torch.jit.save", for: .weights, advice: savedByTorchScript) {
    $0.firstInArchive.contains(#//(data/0|version|code/.*)$/#)
  },
  FileKind("an archive of NumPy arrays (npz)", for: .weights, advice: savedByNumPy) {
    $0.firstInArchive.hasSuffix(".npy")
  },
  FileKind("a Python pickle") {
    $0.has("\u{80}") && (2...5).contains($0.bytes.dropFirst().first ?? 0) && !$0.has("\0", at: 2)
  },
  FileKind("a GGUF file, a language model for llama.cpp") { $0.has("GGUF") },
  FileKind("an HDF5 file, such as Keras writes") { $0.has("\u{89}HDF\r\n\u{1A}\n") },
  FileKind("an ONNX model") { $0.isONNX },
]

private let pictures = [
  FileKind("a PNG picture", readFor: .picture) { $0.has("\u{89}PNG\r\n\u{1A}\n") },
  FileKind("a JPEG picture", readFor: .picture) { $0.has("\u{FF}\u{D8}\u{FF}") },
  FileKind("an AVIF picture", for: .picture, advice: byPillow) {
    !$0.brands.isDisjoint(with: ["avif", "avis"])
  },
  FileKind("a HEIC picture", for: .picture, advice: { $0.toPNG("heif-convert") }) {
    !$0.brands.isDisjoint(with: ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"])
  },
  FileKind("a video") { $0.has("ftyp", at: 4) || $0.has("\u{1A}E\u{DF}\u{A3}") },
  FileKind("a WebP picture", for: .picture, advice: byPillow) {
    $0.has("RIFF") && $0.has("WEBP", at: 8)
  },
  FileKind("a GIF picture", for: .picture, advice: byPillow) { $0.begins("GIF87a", "GIF89a") },
  FileKind("a BMP picture", for: .picture, advice: byPillow) {
    $0.has("BM") && $0.has("\0\0\0", at: 15)
  },
  FileKind("a TIFF picture or a camera's raw picture", for: .picture, advice: byPillow) {
    $0.begins("II*\0", "MM\0*", "II+\0", "MM\0+")
  },
  FileKind("a JPEG 2000 picture", for: .picture, advice: byPillow) {
    $0.begins("\0\0\0\u{C}jP  ", "\u{FF}O\u{FF}Q")
  },
  FileKind("a JPEG XL picture", for: .picture, advice: { $0.toPNG("djxl") }) {
    $0.begins("\u{FF}\u{A}", "\0\0\0\u{C}JXL ")
  },
  FileKind("an icon (ICO)", for: .picture, advice: byPillow) {
    $0.has("\0\0\u{1}\0") && $0.has("\0", at: 9)
  },
  FileKind("a Photoshop picture", for: .picture, advice: byPillow) { $0.has("8BPS") },
  FileKind("a PDF document", for: .picture, advice: { $0.drawn("pdftocairo -png -singlefile") }) {
    $0.has("%PDF-")
  },
]

private let data = [
  FileKind("an IDX file, as MNIST's are", readFor: .data) {
    $0.has("\0\0") && [8, 9, 0xB, 0xC, 0xD, 0xE].contains($0.bytes.dropFirst(2).first)
      && (1...4).contains($0.bytes.dropFirst(3).first ?? 0)
  },
  FileKind("a NumPy array (npy)") { $0.has("\u{93}NUMPY") },
  FileKind("a Parquet file, such as data sets on Hugging Face have") { $0.has("PAR1") },
  FileKind("a MATLAB file") { $0.has("MATLAB 5.0 MAT-file") },
]

private let archives = [
  FileKind("gzipped", readFor: .data, advice: { $0.unpacked("gunzip <") }) {
    $0.has("\u{1F}\u{8B}")
  },
  FileKind("an xz file", advice: { $0.unpacked("xz -d <") }) { $0.has("\u{FD}7zXZ\0") },
  FileKind("a bzip2 file", advice: { $0.unpacked("bunzip2 <") }) { $0.has("BZh") },
  FileKind("a zip archive", advice: { $0.unpacked("unzip") }) {
    $0.begins("PK\u{3}\u{4}", "PK\u{5}\u{6}")
  },
  FileKind("a tar archive", advice: { $0.unpacked("tar -xf") }) { $0.has("ustar", at: 257) },
]

private let texts = [
  FileKind("text in UTF-16", for: .text, advice: { $0.inUTF8(from: "UTF-16") }) {
    $0.use == .text && $0.isTextInUTF16
  },
  FileKind(
    "text in another encoding than UTF-8, perhaps Latin-1 (for Chinese text: GB18030)", for: .text,
    advice: { $0.inUTF8(from: "LATIN1") }
  ) { $0.use == .text && $0.isTextInAnotherEncoding },
]
