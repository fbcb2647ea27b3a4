import Foundation

/// torchvision's two sets of weights for each of ResNet-50, 101 and 152, which want pictures of different
/// sizes.
///
/// The weights themselves do not show which set they are: the sets have the same names and shapes.
enum ImageNetWeights: String, CaseIterable {
  /// The older ones, of 2017.
  case first = "IMAGENET1K_V1"
  /// Those of 2021, trained longer and with more augmentation.
  case second = "IMAGENET1K_V2"

  /// How long the shorter side of a picture is made, by torchvision's `transforms`.
  var shorterSide: Int { self == .first ? 256 : 232 }

  var other: ImageNetWeights { self == .first ? .second : .first }

  /// Where a file is said to hold one set, and no place says another: in its name or its metadata.
  ///
  /// Recognized are torchvision's names of the sets, the checksums in the names of its files, and the names
  /// of the same weights in timm.
  init?(name: String, metadata: [String: String]) {
    let places = ([name] + metadata.values).map { $0.lowercased() }
    let said = Self.allCases.filter { set in
      set.marks.contains { mark in places.contains { $0.contains(mark) } }
    }
    guard said.count == 1 else { return nil }
    self = said[0]
  }

  private var marks: [String] {
    switch self {
    case .first:
      [
        "imagenet1k_v1", ".tv_in1k", "19c8e357", "0676ba61", "5d3b4d8f", "63fe2227", "b121ed2d",
        "394f9c45",
      ]
    case .second: ["imagenet1k_v2", ".tv2_in1k", "11ad3fa6", "cd907fc2", "f82ba261"]
    }
  }
}
