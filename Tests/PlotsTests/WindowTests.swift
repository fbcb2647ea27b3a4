import Testing

@testable import Plots

@Suite struct WindowTests {
  let window = Window(left: 0, right: 10, top: 0, bottom: 10)

  @Test func aLineInsideStaysWhole() {
    let line = [Point(1, 1), Point(5, 9), Point(9, 1)]
    #expect(window.pieces(of: line) == [line])
  }

  @Test func aPeakOutsideIsCutOff() {
    let pieces = window.pieces(of: [Point(0, 5), Point(5, -5), Point(10, 5)])
    #expect(pieces == [[Point(0, 5), Point(2.5, 0)], [Point(7.5, 0), Point(10, 5)]])
  }

  @Test func aLineOutsideIsNotDrawn() {
    #expect(window.pieces(of: [Point(-5, 2), Point(2, -5)]) == [])
    #expect(window.pieces(of: [Point(11, 11)]) == [])
    #expect(window.pieces(of: []) == [])
  }

  @Test func anAreaIsCutToTheWindow() {
    let area = window.inside([Point(-5, -5), Point(15, -5), Point(15, 15), Point(-5, 15)])
    #expect(area.count == 4)
    #expect(area.allSatisfy { [0, 10].contains($0.x) && [0, 10].contains($0.y) })
    #expect(window.inside([Point(20, 20), Point(30, 20), Point(30, 30)]) == [])
  }
}
