// swift-tools-version: 6.2
import PackageDescription

// Optimized even in a debug build, so that a plain `swift run chapter2` is as fast as release.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"])]

// The top level of a `main.swift` runs on the main actor; so do the functions it declares.
let program: [SwiftSetting] = [.defaultIsolation(MainActor.self)]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "residual-networks",
  products: [
    .library(name: "Kernels", targets: ["Kernels"]),
    .library(name: "OneDNNKernels", targets: ["OneDNNKernels"]),
    .library(name: "Autograd", targets: ["Autograd"]),
    .library(name: "Layers", targets: ["Layers"]),
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Training", targets: ["Training"]),
    .library(name: "Notebook", targets: ["Notebook"]),
    .executable(name: "chapter2", targets: ["Chapter2"]),
    .executable(name: "bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // C libraries, described to Swift.
    .systemLibrary(name: "ConeDNN", providers: [.apt(["libdnnl-dev"])]),
    .systemLibrary(name: "Czlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "Ccrypto", providers: [.apt(["libssl-dev"])]),

    // The floors, lowest first. Each stands only on those above it in this list.
    .target(name: "Kernels", swiftSettings: fast),
    .target(name: "OneDNNKernels", dependencies: ["Kernels", "ConeDNN"], swiftSettings: fast),
    .target(name: "Autograd", dependencies: ["Kernels", "OneDNNKernels"], swiftSettings: fast),
    .target(name: "Layers", dependencies: ["Autograd"], swiftSettings: fast),
    .target(name: "Optimizers", dependencies: ["Autograd"], swiftSettings: fast),
    .target(
      name: "Datasets", dependencies: ["Autograd", "Czlib", "Ccrypto"], swiftSettings: fast),
    .target(
      name: "Training", dependencies: ["Autograd", "Layers", "Optimizers", "Datasets"],
      swiftSettings: fast),
    .target(name: "Notebook", dependencies: ["Training", arguments], swiftSettings: fast),

    // The chapters.
    .target(
      name: "Chapter2Net", dependencies: ["Autograd", "Layers"], path: "Chapters/Chapter2/Net",
      swiftSettings: fast),
    .executableTarget(
      name: "Chapter2", dependencies: ["Notebook", "Chapter2Net", arguments],
      path: "Chapters/Chapter2", exclude: ["Net"], swiftSettings: program),

    .executableTarget(
      name: "Bench", dependencies: ["Notebook", "Chapter2Net", arguments], swiftSettings: program),

    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Autograd", "Czlib"]),
  ]
)
