import Autograd
import Datasets
import Foundation
import Images
import Safetensors
import Training

/// One file for one loader: the same seed and number make the same bytes, on any machine.
package struct Case: Sendable {
  package let loader: Loader
  package let seed, number: UInt64

  package init(_ loader: Loader, seed: UInt64, number: UInt64) {
    (self.loader, self.seed, self.number) = (loader, seed, number)
  }

  /// The file: a specimen with up to three mutations.
  package var bytes: [UInt8] {
    // One number is drawn first: otherwise the generators of neighboring cases would only be shifted.
    var random = Random(seed: Random.first(of: seed) &+ Random.first(of: ~number))
    var specimen = loader.specimen(&random)
    let other = random.chance(of: 8) ? loader.specimen(&random).bytes : []
    for _ in 0..<random.below(4) { specimen.mutate(with: other, &random) }
    if !random.chance(of: 4) { specimen.bytes = specimen.seal(specimen.bytes) }
    return specimen.bytes
  }

  package enum Verdict: Equatable, Sendable {
    case accepted
    case refused(String)
  }

  /// Runs the loader on the file; an error that is not a `SentenceError` stops the program.
  package func verdict(writingTo file: URL) -> Verdict { loader.verdict(on: bytes, file) }
}

extension Loader {
  func verdict(on bytes: [UInt8], _ file: URL) -> Case.Verdict {
    do {
      try read(bytes, file)
      return .accepted
    } catch {
      require(
        error is SentenceError,
        "\(name): \(error) of type \(type(of: error)) was thrown, which is no error of ours")
      let sentence = "\(error)"
      require(sentence.contains(" "), "\(name): \"\(sentence)\" was thrown, which is no sentence")
      return .refused(sentence)
    }
  }
}

extension Random {
  fileprivate static func first(of seed: UInt64) -> UInt64 {
    var random = Random(seed: seed)
    return random.next()
  }
}
