/** Vectors and the class of each. */
export interface Samples {
  inputs: readonly (readonly number[])[];
  classes: readonly number[];
}

/** Relative to the mean square of the inputs. */
const RIDGE = 1e-3;

/** The share of test samples that a linear map from inputs to one-hot classes, learned by ridge regression, gets right. */
export function ridgeRegression(train: Samples, test: Samples, classes: number): number {
  const weights = solve(...normalEquations(train, classes));
  const scoreOf = (input: readonly number[], one: number) =>
    withConstant(input).reduce((sum, value, index) => sum + value * weights[index][one], 0);
  const right = test.inputs.filter((input, index) => {
    const scores = Array.from({ length: classes }, (_, one) => scoreOf(input, one));
    return scores.indexOf(Math.max(...scores)) === test.classes[index];
  });
  return right.length / test.inputs.length;
}

const withConstant = (input: readonly number[]): number[] => [...input, 1];

/** XᵀX + λI [d × d] and XᵀY [d × classes]. */
function normalEquations({ inputs, classes }: Samples, count: number): [number[][], number[][]] {
  const size = inputs[0].length + 1;
  const gram = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const targets = Array.from({ length: size }, () => new Array<number>(count).fill(0));
  inputs.forEach((input, sample) => {
    const x = withConstant(input);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) gram[row][column] += x[row] * x[column];
      targets[row][classes[sample]] += x[row];
    }
  });
  const trace = gram.reduce((sum, row, index) => sum + row[index], 0);
  for (let index = 0; index < size; index++) gram[index][index] += (RIDGE * trace) / size;
  return [gram, targets];
}

/** A⁻¹B by Gaussian elimination with pivots. */
function solve(a: number[][], b: number[][]): number[][] {
  const rows = a.map((row, index) => [...row, ...b[index]]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let k = column; k < rows[row].length; k++) rows[row][k] -= factor * rows[column][k];
    }
  }
  return rows.map((row, index) => row.slice(size).map((value) => value / row[index]));
}
