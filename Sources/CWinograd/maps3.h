// The maps of tiles with outputs of 3 x 3 in one dimension, at stride 1 and at stride 2.

// F(3, 3): the points 0, 1, -1, 2 and infinity.

INLINE void map_input_3x3(const vector x[], vector y[]) {
  vector odd = x[3] - x[1];
  y[0] = 2 * (x[0] - x[2]) + odd;
  y[1] = x[3] - x[2] - 2 * x[1];
  y[2] = x[3] - 3 * x[2] + 2 * x[1];
  y[3] = odd;
  y[4] = x[4] - x[2] - 2 * odd;
}

INLINE void map_output_3x3(const vector m[], vector y[]) {
  vector sum = m[1] + m[2];
  y[0] = m[0] + sum + m[3];
  y[1] = m[1] - m[2] + 2 * m[3];
  y[2] = sum + 4 * m[3] + m[4];
}

INLINE void map_output_gradient_3x3(const vector d[], vector y[]) {
  vector even = d[0] + d[2];
  y[0] = d[0];
  y[1] = even + d[1];
  y[2] = even - d[1];
  y[3] = d[0] + 2 * d[1] + 4 * d[2];
  y[4] = d[2];
}

INLINE void map_filter_3x3(const vector w[], vector y[]) {
  vector even = w[0] + w[2];
  y[0] = 0.5f * w[0];
  y[1] = -0.5f * (even + w[1]);
  y[2] = (w[1] - even) * (1 / 6.0f);
  y[3] = (w[0] + 2 * w[1] + 4 * w[2]) * (1 / 6.0f);
  y[4] = w[2];
}

INLINE void map_filter_gradient_3x3(const vector d[], vector y[]) {
  vector half = 0.5f * d[1], sixth = d[2] * (1 / 6.0f), third = d[3] * (1 / 3.0f);
  y[0] = 0.5f * d[0] - half - sixth + 0.5f * third;
  y[1] = third + sixth - half;
  y[2] = 2 * third - half - sixth + d[4];
}

// F(3, 3) at stride 2. Every second input meets two numbers of the window: F(3, 2) with the points 0, 1, -1 and infinity.
// The inputs between them meet one, which takes three products as they are.

INLINE void map_input_3x3_by2(const vector x[], vector y[]) {
  y[0] = x[0] - x[4];
  y[1] = x[2] + x[4];
  y[2] = x[4] - x[2];
  y[3] = x[6] - x[2];
  y[4] = x[1];
  y[5] = x[3];
  y[6] = x[5];
}

INLINE void map_input_gradient_3x3_by2(const vector d[], vector y[]) {
  y[0] = d[0];
  y[1] = d[4];
  y[2] = d[1] - d[2] - d[3];
  y[3] = d[5];
  y[4] = d[1] + d[2] - d[0];
  y[5] = d[6];
  y[6] = d[3];
}

INLINE void map_output_3x3_by2(const vector m[], vector y[]) {
  y[0] = m[0] + m[1] + m[2] + m[4];
  y[1] = m[1] - m[2] + m[5];
  y[2] = m[1] + m[2] + m[3] + m[6];
}

INLINE void map_output_gradient_3x3_by2(const vector d[], vector y[]) {
  vector even = d[0] + d[2];
  y[0] = d[0];
  y[1] = even + d[1];
  y[2] = even - d[1];
  y[3] = d[2];
  y[4] = d[0];
  y[5] = d[1];
  y[6] = d[2];
}

INLINE void map_filter_3x3_by2(const vector w[], vector y[]) {
  y[0] = w[0];
  y[1] = 0.5f * (w[0] + w[2]);
  y[2] = 0.5f * (w[0] - w[2]);
  y[3] = w[2];
  y[4] = y[5] = y[6] = w[1];
}

INLINE void map_filter_gradient_3x3_by2(const vector d[], vector y[]) {
  y[0] = d[0] + 0.5f * (d[1] + d[2]);
  y[1] = d[4] + d[5] + d[6];
  y[2] = d[3] + 0.5f * (d[1] - d[2]);
}
