import Datasets
import Notebook

/// How much of everything a run does.
struct Extent {
  /// Of the document's training; all of it takes more than an hour and a half.
  let course: Course
  /// Of the narrow nets' trainings.
  let trials: TrialCourse
  /// How deep the narrow nets are.
  let depths: [Int]
  /// Where the document's trainings, and the narrow nets', begin.
  let seeds, trialSeeds: [UInt64]

  init(_ options: ChapterOptions, of data: Dataset) {
    let usual: (epochs: Int, training: Int, test: Int, known: Int) =
      options.full
      ? (10, data.training.count, data.test.count, 12_800)
      : options.quick ? (1, 512, 256, 256) : (2, 3_840, 1_000, 1_280)
    course = Course(
      training: data.training.prefix(usual.training), test: data.test.prefix(usual.test),
      known: data.training.prefix(usual.known), epochs: options.epochs ?? usual.epochs,
      batchSize: options.batchSize ?? 256)
    trials = TrialCourse(
      training: data.training.prefix(options.quick ? 640 : 10_000),
      test: data.test.prefix(options.quick ? 256 : 2_000),
      normalize: Normalize(mean: data.training.mean, deviation: data.training.deviation),
      epochs: options.full ? 3 : 1)
    depths = options.full ? [54, 110] : options.quick ? [6] : [54]
    let three = (0..<3).map { options.seed &+ UInt64($0) }
    seeds = options.quick ? [options.seed] : three
    trialSeeds = options.full ? three : [options.seed]
  }
}
