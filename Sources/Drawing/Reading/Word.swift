/// A word or a phrase in a figure; `#` stands for a number or a name.
///
/// The Chinese terms are those of the notebooks and of the glossary.
enum Word: CaseIterable {
  case image, input, output, loss, x
  case stem, stage, head, block, oneBlock, blocks, blocksAlike, layersAlike, twice, times
  case blockNumber, blockNumbers, alikeTwice, alikeTimes, windowOnly
  case conv, convolution, maxPool, averagePool, everyPixel, globalAveragePool
  case batchNorm, batchNormShort, norm, activation, fullyConnected, flatten, reshape
  case zerosTo, crossEntropy, matrixProduct, concatenate, slice, transpose, layerNorm, groups
  case identity, identityShortcut, projection, projectionShortcut, paddingShortcut, otherShortcut
  case shortcutWithConvolution
  case outputSize, oneWeightedLayer, weightedLayers, layer, layers, oneLayer, manyLayers
  case oneParameter, parameters, multiplyAdds, oneScore, scores
  case sees, heightAndWidth, notDrawn, oneNotDrawn, besideNotDrawn, oneBesideNotDrawn
  case linesAbove, lineNotDrawn, linesNotDrawn
  case forward, backward, gradient, gradientOfWeights, gradientLegend, gradientScale, violet
  case gradientSign, value, valueSign
  case tapeClaim, tapeTitle, and
  case inOneStrip, headline, halvesAndDoubles, colon, comma, semicolon, period
  case several, sharedTwice, sharedTimes
  case shapeKept, shapeChanged, needsEqualShapes, behindTheSum, wrongHere, inThePaper

  var inEnglishAndChinese: (english: String, chinese: String) {
    switch self {
    case .image: ("image", "图像")
    case .input: ("input", "输入")
    case .output: ("output", "输出")
    case .loss: ("loss", "损失")
    case .x: ("x", "x")
    case .stem: ("Stem", "主干")
    case .stage: ("Stage #", "阶段 #")
    case .head: ("Head", "头部")
    case .block: ("block", "残差块")
    case .oneBlock: ("# block", "# 个残差块")
    case .blocks: ("# blocks", "# 个残差块")
    case .blocksAlike: ("# blocks alike", "# 个相同的残差块")
    case .layersAlike: ("# layers alike", "# 个相同的层")
    case .twice: ("twice", "两次")
    case .times: ("# times", "# 次")
    case .blockNumber: ("Block #", "残差块 #")
    case .blockNumbers: ("Blocks # – #", "残差块 # – #")
    case .alikeTwice: ("twice alike", "两次，结构相同")
    case .alikeTimes: ("# times alike", "# 次，结构相同")
    case .windowOnly: ("#×#", "#×#")
    case .conv: ("#×# conv", "#×# 卷积")
    case .convolution: ("convolution", "卷积")
    case .maxPool: ("#×# max pool", "#×# 最大池化")
    case .averagePool: ("#×# average pool", "#×# 平均池化")
    case .everyPixel: ("every pixel", "取像素")
    case .globalAveragePool: ("global average pool", "全局平均池化")
    case .batchNorm: ("batch norm", "批量归一化")
    case .batchNormShort: ("BN", "BN")
    case .norm: ("norm", "归一化")
    case .activation: ("activation", "激活")
    case .fullyConnected: ("fully connected", "全连接")
    case .flatten: ("flatten", "展平")
    case .reshape: ("reshape", "变形")
    case .zerosTo: ("zeros to #", "补零至 #")
    case .crossEntropy: ("cross-entropy", "交叉熵")
    case .matrixProduct: ("matrix product", "矩阵乘积")
    case .concatenate: ("concatenate", "拼接")
    case .slice: ("slice", "切片")
    case .transpose: ("transpose", "转置")
    case .layerNorm: ("layer norm", "层归一化")
    case .groups: ("# groups", "# 组")
    case .identity: ("identity", "恒等")
    case .identityShortcut: ("identity shortcut", "恒等捷径")
    case .projection: ("projection", "投影")
    case .projectionShortcut: ("projection shortcut", "投影捷径")
    case .paddingShortcut: ("zero-padding shortcut", "补零捷径")
    case .otherShortcut: ("shortcut with operations of its own", "带其他运算的捷径")
    case .shortcutWithConvolution: ("shortcut with a 1×1 convolution", "带 1×1 卷积的捷径")
    case .outputSize: ("output size", "输出尺寸")
    case .oneWeightedLayer: ("# weighted layer", "# 个带权重的层")
    case .weightedLayers: ("# weighted layers", "# 个带权重的层")
    case .layer: ("layer #", "第 # 层")
    case .layers: ("layers # – #", "第 # – # 层")
    case .oneLayer: ("# layer", "# 层")
    case .manyLayers: ("# layers", "# 层")
    case .oneParameter: ("# parameter", "# 个参数")
    case .parameters: ("# parameters", "# 个参数")
    case .multiplyAdds: ("# multiply-adds", "# 次乘加")
    case .oneScore: ("# score", "# 个得分")
    case .scores: ("# scores", "# 个得分")
    case .sees: ("sees # × # pixels", "视野 # × # 像素")
    case .heightAndWidth: ("height: side of the image; width: channels", "高：图像边长；宽：通道数")
    case .notDrawn: ("# and # are not drawn", "# 和 # 未画出")
    case .oneNotDrawn: ("# is not drawn", "# 未画出")
    case .oneBesideNotDrawn:
      ("# operation beside the main path is not drawn", "主路径旁的 # 个运算未画出")
    case .besideNotDrawn:
      ("# operations beside the main path are not drawn", "主路径旁的 # 个运算未画出")
    case .linesAbove: ("lines above: concatenated further on", "上方的线：在后面拼接")
    case .lineNotDrawn: ("# line to a concatenation is not drawn", "通向拼接的 # 条线未画出")
    case .linesNotDrawn: ("# lines to concatenations are not drawn", "通向拼接的 # 条线未画出")
    case .forward: ("forward", "前向")
    case .backward: ("backward", "反向")
    case .gradient: ("gradient", "梯度")
    case .gradientOfWeights: ("gradient of the weights", "权重的梯度")
    case .violet: ("Violet", "紫色")
    case .gradientScale: ("root mean squares, logarithmic", "均方根，对数刻度")
    case .gradientSign: ("∂: the gradient, as root mean square", "∂：梯度的均方根")
    case .value: ("value", "值")
    case .valueSign: ("value: the result, as root mean square", "值：结果的均方根")
    case .tapeClaim:
      ("With shortcuts the first layer gets # times the gradient", "有捷径时，第一层的梯度是原来的 # 倍")
    case .tapeTitle: ("What flows back through #", "反向流过 # 的梯度")
    case .and: (" and ", " 和 ")
    case .gradientLegend:
      (
        ": gradients, as root mean squares; widths and bars on a logarithmic scale",
        "：梯度的均方根；宽度和条长为对数刻度"
      )
    case .inOneStrip: (" in one strip", " 一览")
    case .headline: ("#: #", "#：#")
    case .halvesAndDoubles:
      ("#: each next stage halves the image, doubles the channels", "#：每进一个阶段，图像减半，通道加倍")
    case .colon: (": ", "：")
    case .comma: (", ", "，")
    case .semicolon: ("; ", "；")
    case .period: (".", "。")
    case .several: ("# of #", "#×#")
    case .sharedTwice: ("#: weights used twice, #", "#：两处共享的权重，#")
    case .sharedTimes: ("#: weights used # times, #", "#：# 处共享的权重，#")
    case .shapeKept: ("Shape kept", "形状不变")
    case .shapeChanged: ("Shape changed", "形状改变")
    case .needsEqualShapes: ("The sum needs two equal shapes.", "相加要求形状相同。")
    case .behindTheSum: ("behind the sum", "相加之后")
    case .wrongHere: ("wrong here", "本书错误率")
    case .inThePaper: ("in the paper", "论文中")
    }
  }
}
