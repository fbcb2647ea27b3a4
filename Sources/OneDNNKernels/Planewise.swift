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
    let (recipe, start) = (planes(), start.vectors)
    geometry.forEachPlane(room: recipe.room) { plane, pixels, room in
      recipe.write(plane, start + pixels.lowerBound, room)
    }
  }
}

/// Computes one plane at a time.
struct PlaneRecipe {
  /// How many vectors of memory that takes besides the result.
  let room: Int
  /// Writes a plane to `start`, with the help of the memory at `room`.
  let write:
    (_ plane: Plane, _ start: UnsafeMutablePointer<Vector>, _ room: UnsafeMutablePointer<Vector>) ->
      Void
}

/// Numbers that are read plane by plane, whether somebody has computed them or not.
struct PlaneReader {
  private let buffer: Buffer
  private let recipe: PlaneRecipe?
  private let pixels: Int
  /// How many vectors of memory it takes to read a plane.
  let room: Int

  init(_ buffer: Buffer, _ g: ImageGeometry) {
    self.buffer = buffer.arranged(.blocked(g.shape))
    recipe = (self.buffer.pending as? any Planewise)?.planes()
    // What cannot be computed plane by plane is computed here, on all cores.
    if recipe == nil { _ = self.buffer.start }
    pixels = g.pixels
    room = recipe.map { g.pixels + $0.room } ?? 0
  }

  /// The numbers of a plane, in memory or, if they had to be computed, at `room`; `use` gets their address.
  @inline(__always)
  func read(
    _ plane: Plane, _ room: UnsafeMutablePointer<Vector>,
    _ use: (UnsafeMutablePointer<Vector>) -> Void
  ) {
    if let recipe {
      recipe.write(plane, room, room + pixels)
      use(room)
    } else {
      withExtendedLifetime(buffer) { use(buffer.vectors + plane.number * pixels) }
    }
  }
}

extension ImageGeometry {
  /// Visits every plane with its pixels, on all cores; each core has memory for as many vectors as `room`.
  func forEachPlane(
    room: Int,
    _ visit: (_ plane: Plane, _ pixels: Range<Int>, _ room: UnsafeMutablePointer<Vector>) -> Void
  ) {
    forEachPlane(ofImages: 0..<images, room: room, visit)
  }

  /// The same for some of the images; the pixels are counted from the first of those.
  func forEachPlane(
    ofImages some: Range<Int>, room: Int,
    _ visit: (_ plane: Plane, _ pixels: Range<Int>, _ room: UnsafeMutablePointer<Vector>) -> Void
  ) {
    let (blocks, pixels) = (blocks, pixels)
    forEachRun(of: some.count * blocks, each: pixels) { run in
      let memory = Buffer(count: room * Vector.scalarCount)
      withExtendedLifetime(memory) {
        for i in run {
          let number = some.lowerBound * blocks + i
          visit(
            Plane(image: number / blocks, block: number % blocks, number: number),
            i * pixels..<(i + 1) * pixels, memory.vectors)
        }
      }
    }
  }
}
