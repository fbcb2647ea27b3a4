import Kernels

/// Numbers that are not computed yet and can be computed plane by plane, each when it is wanted.
///
/// A plane of sixteen channels fits into a core's cache. So a kernel that works plane by plane can have one
/// computed there, use it, and forget it: the whole never exists in memory.
protocol Planewise: Pending {
  /// Of the numbers, which lie in blocks of sixteen channels.
  var geometry: ImageGeometry { get }
  /// How to compute a plane, for one pass over all of them.
  func planes() -> PlaneRecipe
}

extension Planewise {
  func write(to start: UnsafeMutablePointer<Float>) {
    let recipe = planes()
    geometry.forEachPlane(room: recipe.room) { plane, room in
      recipe.write(plane, start + plane.start, room)
    }
  }
}

/// Computes one plane at a time.
struct PlaneRecipe {
  typealias Floats = UnsafeMutablePointer<Float>

  /// How many floats of memory that takes besides the result.
  let room: Int
  /// Writes a plane to `start`, with the help of the memory at `room`.
  let write: (_ plane: Plane, _ start: Floats, _ room: Floats) -> Void
}

/// Numbers that are read plane by plane, whether somebody has computed them or not.
struct PlaneReader {
  private let buffer: Buffer
  private let recipe: PlaneRecipe?
  private let size: Int
  /// How many floats of memory it takes to read a plane.
  let room: Int

  init(_ buffer: Buffer, _ g: ImageGeometry) {
    self.buffer = buffer.arranged(.blocked(g.shape))
    recipe = (self.buffer.pending as? any Planewise)?.planes()
    // What cannot be computed plane by plane is computed here, on all cores.
    if recipe == nil { _ = self.buffer.start }
    size = 16 * g.pixels
    room = recipe.map { 16 * g.pixels + $0.room } ?? 0
  }

  /// Gives `use` the address of a plane's numbers: in memory or, if they had to be computed, `room`.
  @inline(__always)
  func read(
    _ plane: Plane, _ room: UnsafeMutablePointer<Float>, _ use: (UnsafePointer<Float>) -> Void
  ) {
    if let recipe {
      recipe.write(plane, room, room + size)
      use(room)
    } else {
      withExtendedLifetime(buffer) { use(buffer.start + plane.start) }
    }
  }
}

extension ImageGeometry {
  /// Visits every plane of some images on all cores, each of which has memory for `room` floats.
  ///
  /// - Parameter some: of all, unless said otherwise.
  func forEachPlane(
    ofImages some: Range<Int>? = nil, room: Int,
    _ visit: (_ plane: Plane, _ room: UnsafeMutablePointer<Float>) -> Void
  ) {
    let (blocks, pixels, some) = (blocks, pixels, some ?? 0..<images)
    forEachRun(of: some.count * blocks, each: pixels) { run in
      let memory = Buffer(count: room)
      withExtendedLifetime(memory) {
        for i in run {
          let number = some.lowerBound * blocks + i
          visit(
            Plane(
              image: number / blocks, block: number % blocks, number: number, pixels: pixels),
            memory.start)
        }
      }
    }
  }
}
