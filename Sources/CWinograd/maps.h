// The linear maps of Winograd's algorithm in one dimension (Lavin and Gray 2016, "Fast algorithms for convolutional
// neural networks", section 4).
//
//     outputs = output(input(inputs) * filter(window))
//
// Inputs and window are coefficients of polynomials, which are evaluated at as many points as the product
// has coefficients, one of them infinity: there the product of the polynomials, their convolution, is the product of the
// values. A gradient is propagated by the transpose of each of these maps.

// F(4, 3), and F(2, 5), whose inputs are as many: the points 0, 1, -1, 1/2, -2 and infinity. With 2 in the place
// of 1/2 the largest error is three times as large.

INLINE void map_input_6(const vector x[], vector y[]) {
  vector even = x[4] - x[2], odd = x[3] - x[1];
  vector sum = x[4] - x[2] + 1.5f * x[3], rest = x[3] + 1.5f * x[2] - x[1];
  y[0] = x[0] - x[2] + even + 1.5f * odd;
  y[1] = sum + rest;
  y[2] = sum - rest;
  y[3] = even + 2 * odd;
  y[4] = even - 0.5f * odd;
  y[5] = x[5] - x[3] - odd + 1.5f * even;
}

INLINE void map_output_4x3(const vector m[], vector y[]) {
  vector sum = m[1] + m[2], difference = m[1] - m[2];
  y[0] = m[0] + sum + m[3] + m[4];
  y[1] = difference + 0.5f * m[3] - 2 * m[4];
  y[2] = sum + 0.25f * m[3] + 4 * m[4];
  y[3] = difference + 0.125f * m[3] - 8 * m[4] + m[5];
}

INLINE void map_output_gradient_4x3(const vector d[], vector y[]) {
  vector even = d[0] + d[2], odd = d[1] + d[3];
  y[0] = d[0];
  y[1] = even + odd;
  y[2] = even - odd;
  y[3] = d[0] + 0.5f * d[1] + 0.25f * d[2] + 0.125f * d[3];
  y[4] = d[0] - 2 * d[1] + 4 * d[2] - 8 * d[3];
  y[5] = d[3];
}

INLINE void map_filter_4x3(const vector w[], vector y[]) {
  vector even = (w[0] + w[2]) * (1 / 3.0f), odd = w[1] * (1 / 3.0f);
  y[0] = w[0];
  y[1] = even + odd;
  y[2] = odd - even;
  y[3] = -(w[0] + 0.5f * w[1] + 0.25f * w[2]) * (16 / 15.0f);
  y[4] = (w[0] - 2 * w[1] + 4 * w[2]) * (1 / 15.0f);
  y[5] = w[2];
}

INLINE void map_filter_gradient_4x3(const vector d[], vector y[]) {
  vector even = (d[1] - d[2]) * (1 / 3.0f), odd = (d[1] + d[2]) * (1 / 3.0f);
  vector half = d[3] * (-16 / 15.0f), two = d[4] * (1 / 15.0f);
  y[0] = d[0] + even + half + two;
  y[1] = odd + 0.5f * half - 2 * two;
  y[2] = even + 0.25f * half + 4 * two + d[5];
}

INLINE void map_output_2x5(const vector m[], vector y[]) {
  y[0] = m[0] + m[1] + m[2] + m[3] + m[4];
  y[1] = m[1] - m[2] + 0.5f * m[3] - 2 * m[4] + m[5];
}

INLINE void map_output_gradient_2x5(const vector d[], vector y[]) {
  y[0] = d[0];
  y[1] = d[0] + d[1];
  y[2] = d[0] - d[1];
  y[3] = d[0] + 0.5f * d[1];
  y[4] = d[0] - 2 * d[1];
  y[5] = d[1];
}

INLINE void map_filter_2x5(const vector w[], vector y[]) {
  vector even = (w[0] + w[2] + w[4]) * (1 / 3.0f), odd = (w[1] + w[3]) * (1 / 3.0f);
  y[0] = w[0];
  y[1] = even + odd;
  y[2] = odd - even;
  y[3] = -(w[0] + 0.5f * w[1] + 0.25f * w[2] + 0.125f * w[3] + 0.0625f * w[4]) * (16 / 15.0f);
  y[4] = (w[0] - 2 * w[1] + 4 * w[2] - 8 * w[3] + 16 * w[4]) * (1 / 15.0f);
  y[5] = w[4];
}

INLINE void map_filter_gradient_2x5(const vector d[], vector y[]) {
  vector even = (d[1] - d[2]) * (1 / 3.0f), odd = (d[1] + d[2]) * (1 / 3.0f);
  vector half = d[3] * (-16 / 15.0f), two = d[4] * (1 / 15.0f);
  y[0] = d[0] + even + half + two;
  y[1] = odd + 0.5f * half - 2 * two;
  y[2] = even + 0.25f * half + 4 * two;
  y[3] = odd + 0.125f * half - 8 * two;
  y[4] = even + 0.0625f * half + 16 * two + d[5];
}
