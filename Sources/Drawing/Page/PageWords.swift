import Plots
import Sentences

/// A word or a sentence on a page that opens and closes; `#` stands for a number.
enum PageWord: String, CaseIterable {
  case description, hint, steps, previous, next, openAll, closeAll
  case atRest, forward, back, of, handsBack, and, sum, operations, oneNumber, numbers, arrow
  case blockNumber
  case from, to, parameters, multiplyAdds, value, itsGradient, weightGradient, inCode

  var inEnglishAndChinese: (english: String, chinese: String) {
    switch self {
    case .description: ("# from the top down", "#，自上而下")
    case .hint:
      (
        "Open stages and blocks with a click, or with Tab and Enter. The slider goes forward through what is open, then back with the gradient; → and ← do the same.",
        "点击（或用 Tab 和 Enter 键）展开阶段和残差块。滑块先前向经过已展开的部分，再带着梯度反向返回；→ 和 ← 键作用相同。"
      )
    case .steps: ("Steps", "步骤")
    case .previous: ("One step back", "后退一步")
    case .next: ("One step on", "前进一步")
    case .openAll: ("Open all", "全部展开")
    case .closeAll: ("Close all", "全部收起")
    case .atRest: ("At rest.", "静止。")
    case .forward: ("Forward", "前向")
    case .back: ("Back", "反向")
    case .of: ("of", "/")
    case .handsBack: ("hands back", "传回")
    case .and: ("and", "和")
    case .sum: ("sum", "相加")
    case .operations: ("operations", "个运算")
    case .oneNumber: ("one number", "一个数")
    case .numbers: ("# numbers", "# 个数")
    case .arrow: ("to", "→")
    case .blockNumber: ("Block #", "残差块 #")
    case .from: ("from", "输入")
    case .to: ("to", "输出")
    case .parameters: ("parameters", "参数")
    case .multiplyAdds: ("multiply-adds", "乘加")
    case .value: ("value", "数值")
    case .itsGradient: ("its gradient", "其梯度")
    case .weightGradient: ("gradient of its weights", "权重的梯度")
    case .inCode: ("in the code", "代码中")
    }
  }
}

/// The words of such a page, in one language.
struct PageWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ word: PageWord, _ given: String = "#") -> String {
    let pair = word.inEnglishAndChinese
    return (language == .english ? pair.english : pair.chinese).replacing("#", with: given)
  }

  /// All of them, by name, for the page's script.
  var all: [String: String] {
    Dictionary(uniqueKeysWithValues: PageWord.allCases.map { ($0.rawValue, self($0)) })
  }
}
