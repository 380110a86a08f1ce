//! The two steps of a counting sort (Seward 1954), for keys that are small numbers.

/// Replaces each number by the sum of all numbers up to and including it.
pub fn add_up(numbers: &mut [u32]) {
    let mut sum = 0;
    for number in numbers {
        sum += *number;
        *number = sum;
    }
}

/// Returns the number and increments it.
pub fn take_one(number: &mut u32) -> u32 {
    *number += 1;
    *number - 1
}
