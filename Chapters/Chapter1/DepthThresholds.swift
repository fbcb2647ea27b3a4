import Datasets
import Notebook

// What the text promises of plain and residual nets by depth, on Fashion-MNIST alone.

extension Checks {
  mutating func expectNotVanished(_ nets: [GradientNorms], on data: Dataset) {
  }

  mutating func expectDepths(_ runs: [Run], of course: Course, on data: Dataset) {
  }
}
