// swift-tools-version: 6.2
import PackageDescription

// Optimized even in a debug build, so that a plain `swift run chapter2` is as fast as release.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"])]

// The top level of a `main.swift` runs on the main actor; so do the functions it declares.
let program: [SwiftSetting] = [.defaultIsolation(MainActor.self)]

// `swift run weave` builds the chapters from marked copies of them: Sources/Weaving/Chapters/MarkedCopy.swift.
let chapters = Context.environment["WOVEN_CHAPTERS"] ?? "Chapters"

// oneDNN, a shared library, finds our threads in place of its OpenMP runtime's only if a program exports them.
let ourThreads: [LinkerSetting] = [
  .unsafeFlags(
    [
      "GOMP_parallel", "GOMP_barrier", "omp_get_thread_num", "omp_get_num_threads",
      "omp_get_max_threads", "omp_in_parallel", "omp_set_num_threads",
    ].flatMap { ["-Xlinker", "--export-dynamic-symbol=\($0)"] })
]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "residual-networks",
  products: [
    .library(name: "Sentences", targets: ["Sentences"]),
    .library(name: "Kernels", targets: ["Kernels"]),
    .library(name: "OneDNNKernels", targets: ["OneDNNKernels"]),
    .library(name: "LaneKernels", targets: ["LaneKernels"]),
    .library(name: "Autograd", targets: ["Autograd"]),
    .library(name: "Layers", targets: ["Layers"]),
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Images", targets: ["Images"]),
    .library(name: "Safetensors", targets: ["Safetensors"]),
    .library(name: "Training", targets: ["Training"]),
    .library(name: "Plots", targets: ["Plots"]),
    .library(name: "Drawing", targets: ["Drawing"]),
    .library(name: "Terminal", targets: ["Terminal"]),
    .library(name: "Notebook", targets: ["Notebook"]),
    .executable(name: "chapter1", targets: ["Chapter1"]),
    .executable(name: "chapter2", targets: ["Chapter2"]),
    .executable(name: "chapter3", targets: ["Chapter3"]),
    .executable(name: "chapter4", targets: ["Chapter4"]),
    .executable(name: "chapter5", targets: ["Chapter5"]),
    .executable(name: "chapter6", targets: ["Chapter6"]),
    .executable(name: "chapter7", targets: ["Chapter7"]),
    .executable(name: "engine", targets: ["Engine"]),
    .executable(name: "bench", targets: ["Bench"]),
    .executable(name: "draw", targets: ["Draw"]),
    .executable(name: "classify", targets: ["Classify"]),
    .executable(name: "exercises", targets: ["Exercises"]),
    .executable(name: "fuzz", targets: ["Fuzz"]),
    .executable(name: "weave", targets: ["Weave"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // C libraries, described to Swift.
    .systemLibrary(
      name: "ConeDNN", providers: [.apt(["libdnnl-dev"]), .brew(["onednn"])]),
    .systemLibrary(
      name: "Czlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "Ccrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "Cgraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "Cpng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "Cjpeg", pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "Ccmark", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),

    // The floors, lowest first. Each stands only on those above it in this list.
    .target(name: "Sentences", swiftSettings: fast),
    .target(name: "Files", dependencies: ["Sentences"], swiftSettings: fast),
    .target(
      name: "Terminal", dependencies: ["Sentences", "Files", arguments], swiftSettings: fast),
    .target(name: "Kernels", swiftSettings: fast),
    .target(
      name: "CThreads", cSettings: [.unsafeFlags(["-O2"])], linkerSettings: ourThreads),
    .target(name: "CPlanes", cSettings: [.unsafeFlags(["-O2"])]),
    .target(name: "CWinograd", cSettings: [.unsafeFlags(["-O2"])]),
    .target(
      name: "OneDNNKernels",
      dependencies: ["Kernels", "ConeDNN", "CThreads", "CPlanes", "CWinograd"], swiftSettings: fast),
    .target(name: "LaneKernels", dependencies: ["Kernels"], swiftSettings: fast),
    .target(
      name: "Autograd", dependencies: ["Sentences", "Kernels", "OneDNNKernels", "LaneKernels"],
      swiftSettings: fast),
    .target(name: "Layers", dependencies: ["Kernels", "Autograd"], swiftSettings: fast),
    .target(name: "Optimizers", dependencies: ["Kernels", "Autograd"], swiftSettings: fast),
    .target(
      name: "Datasets", dependencies: ["Sentences", "Files", "Autograd", "Czlib", "Ccrypto"],
      swiftSettings: fast),
    .target(
      name: "Images",
      dependencies: ["Sentences", "Files", "Autograd", "Datasets", "Cpng", "Cjpeg"],
      swiftSettings: fast),
    .target(name: "Safetensors", dependencies: ["Sentences", "Files"], swiftSettings: fast),
    .target(
      name: "Training",
      dependencies: [
        "Sentences", "Files", "Autograd", "Layers", "Optimizers", "Datasets", "Safetensors",
      ],
      swiftSettings: fast),
    .target(name: "Plots", dependencies: ["Sentences", "Files", "Czlib"], swiftSettings: fast),
    .target(
      name: "Drawing",
      dependencies: ["Sentences", "Files", "Autograd", "Layers", "Plots", "Cgraphviz", "Czlib"],
      resources: [
        "page.html", "page.css", "data.js", "seen.js", "place.js", "route.js", "paint.js",
        "lines.js",
        "facts.js", "steps.js", "start.js",
      ].map { .embedInCode("Page/Site/\($0)") },
      swiftSettings: fast),
    .target(
      name: "Notebook",
      dependencies: [
        "Sentences", "Files", "Terminal", "Autograd", "Layers", "Optimizers", "Datasets",
        "Safetensors", "Training", "Plots", "Drawing", arguments,
      ],
      swiftSettings: fast),

    // The chapters. A net that others draw, time and test is a library in its chapter's folder.
    .target(
      name: "Chapter1Net", dependencies: ["Autograd", "Layers"], path: "Chapters/Chapter1/Net",
      swiftSettings: fast),
    .executableTarget(
      name: "Chapter1", dependencies: ["Notebook", "Chapter1Net"],
      path: "\(chapters)/Chapter1", exclude: ["Net", "README.md"],
      resources: [.embedInCode("full.jsonl")], swiftSettings: program),
    .target(
      name: "Chapter2Net", dependencies: ["Autograd", "Layers"], path: "Chapters/Chapter2/Net",
      swiftSettings: fast),
    .executableTarget(
      name: "Chapter2", dependencies: ["Notebook", "Chapter2Net"],
      path: "\(chapters)/Chapter2", exclude: ["Net", "README.md"], swiftSettings: program),

    .target(
      name: "Chapter3Blocks", dependencies: ["Autograd", "Layers"],
      path: "Chapters/Chapter3/Blocks", swiftSettings: fast),
    .executableTarget(
      name: "Chapter3", dependencies: ["Notebook", "Chapter2Net", "Chapter3Blocks"],
      path: "\(chapters)/Chapter3", exclude: ["Blocks", "README.md"], swiftSettings: program),

    .target(
      name: "Chapter4Net", dependencies: ["Autograd", "Layers", "Chapter3Blocks"],
      path: "Chapters/Chapter4/Net", swiftSettings: fast),
    .executableTarget(
      name: "Chapter4", dependencies: ["Notebook", "Chapter4Net"],
      path: "\(chapters)/Chapter4", exclude: ["Net", "README.md"], swiftSettings: program),
    .target(
      name: "Chapter5Net", dependencies: ["Autograd", "Layers", "Chapter3Blocks"],
      path: "Chapters/Chapter5/Net", swiftSettings: fast),
    .executableTarget(
      name: "Chapter5", dependencies: ["Notebook", "Chapter3Blocks", "Chapter5Net"],
      path: "\(chapters)/Chapter5", exclude: ["Net", "README.md"],
      resources: [.embedInCode("full.jsonl")], swiftSettings: program),
    .target(
      name: "Chapter6Net", dependencies: ["Autograd", "Layers"], path: "Chapters/Chapter6/Net",
      swiftSettings: fast),
    .executableTarget(
      name: "Chapter6", dependencies: ["Notebook", "Chapter6Net"],
      path: "\(chapters)/Chapter6", exclude: ["Net", "README.md"],
      resources: [.embedInCode("full.jsonl")], swiftSettings: program),

    .target(
      name: "Chapter7Blocks", dependencies: ["Autograd", "Layers"],
      path: "Chapters/Chapter7/Blocks", swiftSettings: fast),
    .executableTarget(
      name: "Chapter7", dependencies: ["Notebook", "Chapter3Blocks", "Chapter7Blocks"],
      path: "\(chapters)/Chapter7", exclude: ["Blocks", "README.md"], swiftSettings: program),

    // The engine in forty lines, which a page of the book quotes and a test compares with the whole one.
    .executableTarget(name: "Engine", path: "Chapters/Book/Engine", swiftSettings: fast),

    // What the labs of the book compute, in its pages: compiled for WebAssembly by Sources/Weaving/Live.
    .target(
      name: "Live",
      dependencies: [
        "Sentences", "Kernels", "Autograd", "Layers", "Optimizers", "Datasets", "Chapter1Net",
        "Chapter2Net", "Chapter3Blocks", "Chapter4Net", "Chapter5Net", "Chapter6Net",
      ],
      exclude: ["Embedded"], swiftSettings: fast),

    // How fast it all is, against how fast the processor can be at most.
    .target(name: "CPeak", cSettings: [.unsafeFlags(["-O2"])]),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Notebook", "Drawing", "Plots", "Chapter2Net", "Chapter4Net", "Chapter5Net", "CPeak",
        "CThreads", arguments,
      ],
      swiftSettings: fast),

    // Lecture figures of all these nets, drawn from what they compute.
    .executableTarget(
      name: "Draw",
      dependencies: [
        "Drawing", "Plots", "Notebook", "Chapter1Net", "Chapter2Net", "Chapter3Blocks",
        "Chapter4Net",
        "Chapter5Net", "Chapter6Net", "Chapter7Blocks", arguments,
      ],
      swiftSettings: fast),

    // What a trained net takes a picture for.
    .executableTarget(
      name: "Classify",
      dependencies: [
        "Images", "Notebook", "Chapter2Net", "Chapter4Net", "Chapter5Net", arguments,
      ],
      swiftSettings: fast),

    // Exercises that check themselves: a learner's file is linked with the rest and compared with the original.
    .target(name: "CConfine"),
    .target(
      name: "Exercising", dependencies: ["Sentences", "Files", "CConfine"], swiftSettings: fast),
    .target(
      name: "ExerciseCatalog",
      dependencies: [
        "Exercising", "Kernels", "Autograd", "Layers", "Optimizers", "Datasets", "Training",
        "Chapter1Net",
        "Chapter2Net", "Chapter3Blocks", "Chapter4Net", "Chapter5Net", "Chapter6Net",
        "Chapter7Blocks",
      ],
      path: "Chapters/Exercises", swiftSettings: fast),
    .executableTarget(
      name: "Exercises",
      dependencies: [
        "Sentences", "Files", "Terminal", "Plots", "Exercising", "ExerciseCatalog", arguments,
      ],
      swiftSettings: fast),

    // The book: each chapter's text, its program and what that printed, on one page.
    .target(
      name: "Weaving", dependencies: ["Sentences", "Files", "Ccmark", "Czlib"],
      resources: [.copy("Site")],
      swiftSettings: fast),
    .executableTarget(
      name: "Weave", dependencies: ["Weaving", "Terminal", arguments], swiftSettings: fast),

    // What the tests share, and one test target for each floor.
    .target(
      name: "TestSupport", dependencies: ["Autograd", "Kernels", "Terminal"],
      path: "Tests/TestSupport",
      swiftSettings: fast),
    // Invalid files for every loader: `swift run fuzz`.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Sentences", "Autograd", "Layers", "Optimizers", "Datasets", "Images", "Safetensors",
        "Training", "Czlib",
      ],
      path: "Tests/Fuzzing", swiftSettings: fast),
    .executableTarget(
      name: "Fuzz", dependencies: ["Fuzzing", "Terminal", arguments], path: "Tests/Fuzz",
      swiftSettings: fast),
    .testTarget(name: "FloorsTests", dependencies: ["Drawing", "Plots", "Sentences"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "Sentences", "TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"]),
    .testTarget(
      name: "KernelsTests",
      dependencies: [
        "Kernels", "OneDNNKernels", "LaneKernels", "CPlanes", "CThreads", "TestSupport",
      ]),
    .testTarget(
      name: "AutogradTests",
      dependencies: [
        "Autograd", "Engine", "Kernels", "OneDNNKernels", "LaneKernels", "TestSupport",
      ]),
    .testTarget(
      name: "ParityTests",
      dependencies: [
        "Autograd", "Layers", "Optimizers", "Safetensors", "Training", "Chapter2Net",
        "Chapter3Blocks", "Chapter4Net", "Chapter5Net", "TestSupport",
      ]),
    .testTarget(
      name: "LayersTests", dependencies: ["Layers", "Chapter1Net", "Chapter2Net", "TestSupport"]),
    .testTarget(
      name: "OptimizersTests",
      dependencies: ["Optimizers", "Kernels", "Chapter2Net", "TestSupport"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Autograd", "Fuzzing"]),
    .testTarget(name: "ImagesTests", dependencies: ["Images"]),
    .testTarget(name: "SafetensorsTests", dependencies: ["Safetensors", "TestSupport"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["Training", "Safetensors", "Chapter2Net", "TestSupport"]),
    .testTarget(
      name: "ChaptersTests",
      dependencies: [
        "Chapter1", "Chapter1Net", "Chapter2", "Chapter3", "Chapter3Blocks", "Chapter4",
        "Chapter4Net", "Chapter5", "Chapter5Net", "Chapter6", "Chapter6Net", "Chapter7",
        "Chapter7Blocks", "Layers", "Live",
        "TestSupport",
      ]),
    .testTarget(
      name: "ClassifyTests",
      dependencies: [
        "Classify", "Images", "Safetensors", "Training", "Chapter2Net", "Chapter4Net",
        "Chapter5Net", "TestSupport",
      ]),
    .testTarget(
      name: "BenchTests",
      dependencies: [
        "Bench", "Plots", "Layers", "Autograd", "Chapter2Net", "Chapter4Net", "Chapter5Net",
        "TestSupport",
      ]),
    .testTarget(
      name: "NotebookTests", dependencies: ["Notebook", "Layers", "Optimizers", "TestSupport"]),
    .testTarget(
      name: "ExercisesTests",
      dependencies: ["Exercises", "Exercising", "ExerciseCatalog", "Plots", "TestSupport"]),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzzing", "TestSupport"]),
    .testTarget(
      name: "PlotsTests", dependencies: ["Plots", "Czlib", "TestSupport"], swiftSettings: fast),
    .testTarget(
      name: "DrawingTests",
      dependencies: [
        "Drawing", "Draw", "Plots", "Autograd", "Layers", "Chapter1Net", "Chapter2Net",
        "Chapter3Blocks",
        "Chapter4Net", "TestSupport",
      ], exclude: ["PageProbe.html"]),
    // What every net says of itself, compiled for a page and not.
    .target(
      name: "LiveNets",
      dependencies: [
        "Autograd", "Layers", "Chapter1Net", "Chapter2Net", "Chapter3Blocks", "Chapter4Net",
        "Chapter5Net", "Chapter6Net", "Chapter7Blocks",
      ],
      path: "Tests/LiveNets", swiftSettings: fast),
    .testTarget(
      name: "LiveTests",
      dependencies: [
        "Live", "Autograd", "Layers", "Training", "Chapter2Net", "Chapter3Blocks", "Chapter4Net",
        "TestSupport",
      ]),
    .testTarget(
      name: "WeavingTests",
      dependencies: [
        "Weaving", "Weave", "Live", "LiveNets", "Layers", "Engine", "Chapter1", "Chapter1Net",
        "Chapter2", "Chapter3",
        "Chapter4", "Chapter4Net", "Chapter5", "Chapter6", "Chapter7", "Training", "TestSupport",
      ], exclude: ["Probe.html", "Slides/DeckProbe.html", "Labs/Still.js"], swiftSettings: fast),
  ]
)

// Only `DOCUMENTATION=1 swift package generate-documentation` fetches the plugin that this needs.
if Context.environment["DOCUMENTATION"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
