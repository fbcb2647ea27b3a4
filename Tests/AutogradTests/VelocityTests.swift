import Autograd
import Testing

@Suite struct VelocityTests {
  @Test func aCopyGoesItsOwnWay() {
    func move(_ velocity: inout Velocity, by gradient: Float) -> Float {
      let weight = Parameter(Tensor(0))
      velocity.move(
        weight, against: Tensor(gradient), learningRate: 1, momentum: 0.5, weightDecay: 0)
      return weight.value.scalar
    }
    var one = Velocity()
    #expect(move(&one, by: 4) == -4)
    var other = one
    #expect(move(&other, by: 0) == -2)
    #expect(move(&one, by: 0) == -2)
    #expect(move(&other, by: 0) == -1)
  }
}
