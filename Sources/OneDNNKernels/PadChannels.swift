import Kernels

extension OneDNN {
  // The gaps behind the last channel of a block hold zeros already, so whole planes are copied, and
  // whole planes of zeros follow.

  package static func padChannels(_ x: Buffer, to channels: Int, _ g: ImageGeometry) -> Buffer {
    let x = x.arranged(.blocked(g.shape))
    let padded = g.with(channels: channels)
    let y = Buffer(.blocked(padded.shape))
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.vectors, y.vectors)
      padded.forEachPlane { plane, pixels in
        let to = py + pixels.lowerBound
        if plane.block < g.blocks {
          let from = (plane.image * g.blocks + plane.block) * g.pixels
          to.update(from: px + from, count: pixels.count)
        } else {
          to.update(repeating: .zero, count: pixels.count)
        }
      }
    }
    return y
  }

  package static func padChannelsGradient(_ dy: Buffer, from channels: Int, _ g: ImageGeometry)
    -> Buffer
  {
    let padded = g.with(channels: channels)
    let dy = dy.arranged(.blocked(padded.shape))
    let dx = Buffer(.blocked(g.shape))
    withExtendedLifetime((dy, dx)) {
      let (pdy, pdx) = (dy.vectors, dx.vectors)
      g.forEachPlane { plane, pixels in
        let gaps = g.gaps(in: plane.block)
        let from = (plane.image * padded.blocks + plane.block) * g.pixels - pixels.lowerBound
        for i in pixels { pdx[i] = pdy[from + i].replacing(with: 0, where: gaps) }
      }
    }
    return dx
  }
}

extension ImageGeometry {
  fileprivate func with(channels: Int) -> ImageGeometry {
    ImageGeometry(images: images, channels: channels, height: height, width: width)
  }
}
